extension String {
  /// Names divided by commas, without blanks before them.
  var commaSeparated: [String] { split(separator: ",").map { $0.drop { $0 == " " }.description } }
}
