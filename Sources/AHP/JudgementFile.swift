import DelimitedText
import Diagnostics

/// A judgement file that was read and found usable.
///
/// Two forms are read, with comma, semicolon or tab between cells. *Square*: a header row with an
/// empty cell and the labels, then a row for each label, in any order. *Panel*: a header row
/// `respondent,row,column,judgement` with optional `weight` and `set`, in any order, then one
/// comparison per line. A judgement is a positive number, a fraction such as `1/3`, or blank or `?`
/// where the pair was not compared.
public struct JudgementFile: Sendable {
  /// The file as the user named it.
  public let file: String
  /// One set of a square file; of a panel each set in the order of its first line. Never empty.
  public let sets: [JudgementSet]
  /// What the author must see although the file can be used.
  public let findings: [Diagnostic]

  /// Reads a file; pairs that nobody compared are an error unless `gaps` are allowed.
  ///
  /// - Throws: every fault of the file together, with the findings met on the way.
  public static func read(
    _ file: String, gaps: JudgementGaps = .refused
  ) throws(DiagnosedFailure) -> JudgementFile {
    try JudgementFile(text(of: file), gaps: gaps)
  }

  private static func text(of file: String) throws(DiagnosedFailure) -> DecodedText {
    do throws(DelimitedTextError) {
      return try DecodedText(contentsOf: file)
    } catch {
      throw DiagnosedFailure([Diagnostic(code: "judgement.unreadable", error.description)])
    }
  }

  /// Reads text that is already in memory, with the same faults and findings as `read`.
  public init(
    _ text: DecodedText, gaps: JudgementGaps = .refused
  ) throws(DiagnosedFailure) {
    let cells = JudgementCells(text)
    // A quote left open swallows what follows, so that nothing can be said about the rest.
    guard cells.diagnostics.isEmpty else { throw DiagnosedFailure(cells.diagnostics) }
    guard let header = cells.rows.first else { throw Self.empty(text.file) }
    let (sets, diagnostics) =
      PanelReader.recognises(header)
      ? PanelReader.read(cells.rows, gaps) : SquareReader.read(cells.rows, gaps)
    guard !diagnostics.hasErrors, !sets.isEmpty else { throw DiagnosedFailure(diagnostics) }
    file = text.file
    self.sets = sets
    findings = diagnostics.inFileOrder()
  }

  /// Reads the answers of one or some respondents of a panel, which need not compare every pair; nil
  /// when none of the lines holds a judgement.
  ///
  /// The lines are those of a panel file, with the same faults and findings. Where the respondent's
  /// cell is blank, it is the one above it, at first `name`.
  public static func answers(
    _ text: DecodedText, by name: String
  ) throws(DiagnosedFailure) -> JudgementFile? {
    let cells = JudgementCells(text)
    guard cells.diagnostics.isEmpty else { throw DiagnosedFailure(cells.diagnostics) }
    guard let header = cells.rows.first else { throw empty(text.file) }
    guard PanelReader.recognises(header) else {
      throw DiagnosedFailure([
        Diagnostic(
          code: "judgement.not-a-panel", at: header[0].location,
          "the first row has no columns of a panel, so nobody's answers can be read",
          suggestion: "begin with "
            + PanelReader.Column.required.map(\.rawValue).joined(separator: ","))
      ])
    }
    let (sets, diagnostics) = PanelReader.read(cells.rows, answersOf: name)
    guard !diagnostics.hasErrors else { throw DiagnosedFailure(diagnostics) }
    let answered = sets.compactMap(\.answered)
    return answered.isEmpty
      ? nil : JudgementFile(file: text.file, sets: answered, findings: diagnostics.inFileOrder())
  }

  private init(file: String, sets: [JudgementSet], findings: [Diagnostic]) {
    (self.file, self.sets, self.findings) = (file, sets, findings)
  }

  private static func empty(_ file: String) -> DiagnosedFailure {
    DiagnosedFailure([
      Diagnostic(
        code: "judgement.empty", at: SourceLocation(file: file, line: 1, column: 1),
        "the file holds no judgements",
        suggestion: "begin with a header row: an empty cell and the labels, or "
          + PanelReader.Column.required.map(\.rawValue).joined(separator: ","))
    ])
  }

  /// The set of that name, or nil.
  public func set(named name: String) -> JudgementSet? { sets.first { $0.name == name } }
}
