/// Why a formula cannot be read, with the place counted in characters from its start.
struct FormulaSyntaxError: Error {
  let offset: Int
  let message: String
  var suggestion: String?
}
