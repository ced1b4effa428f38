/// What a stage finds for each subject, beside where it stands.
struct SubjectResult {
  /// An expression of the subject's own columns.
  struct Own: Equatable {
    let name: String
    let expression: String
  }

  /// What the result needs of the subject's own columns.
  var own: [Own] = []
  /// The relations that it is looked up in.
  var links: [ResultLink]
  /// The columns, with their names; own columns are those of `own__`.
  let items: [String]
  /// A text where it cannot be decided, else NULL; nil where it always can.
  var undecided: String? = nil
}

/// A relation that holds something for subjects that share keys.
struct ResultLink: Equatable {
  /// A column of the relation that equals an expression of the subject's columns.
  struct Key: Equatable {
    let column: String
    let expression: String
  }

  /// The relation.
  let name: String
  /// What subjects share; at most one row of the relation has it.
  let keys: [Key]
}
