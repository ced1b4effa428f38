import ScoringPlan

/// What people call the grades of gradings.
package struct GradeTitles {
  private let titles: [(grade: String, text: PageText)]

  /// The titles of gradings, the first that has a grade deciding.
  package init(_ gradings: [Grading]) {
    titles = gradings.flatMap { grading in
      grading.bands.map { ($0.grade, PageText($0.title, name: $0.grade)) }
    }
  }

  /// The title of a grade; the empty text is that of who is not eligible.
  package func text(_ grade: String) -> PageText {
    if grade.isEmpty { return PageText("not eligible", "不参评") }
    return titles.first { $0.grade == grade }?.text ?? PageText(grade, grade)
  }
}
