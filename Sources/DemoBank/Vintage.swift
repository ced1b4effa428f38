/// Old or new business; written as the code that a policy compares.
enum Vintage: String {
  case stock
  case new
}
