import Foundation
import PageScripts
import Reports
import ScorecardPolicy

/// A report as one page that stands alone: charts drawn by its own scripts from the document inside it.
///
/// The page asks nobody for anything; its content policy forbids it. Both languages are in it. The same
/// report gives the same bytes.
public struct ReportPage {
  private let report: PolicyReport

  /// The page of a report.
  public init(_ report: PolicyReport) { self.report = report }

  /// The page, which opens in a language.
  public func html(_ language: Title.Language) throws -> String {
    let scripts = (PageScript.charts + [.report]).map { "<script>\n\($0.text)\n</script>" }
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
      script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      <title>\(Markup.text(report.title.text(in: language) ?? ""))</title>
      <style>
      \(PageScript.reportStyle.text)
      </style>
      </head>
      <body>
      <header>
      <p class="languages" role="group" aria-label="Language 语言">\
      <button type="button" data-language="en" lang="en">English</button> \
      <button type="button" data-language="zh" lang="zh">中文</button></p>
      <div class="content"></div>
      </header>
      <main></main>
      <noscript><p>The charts are drawn by scripts inside this page, which are switched off. \
      图表由本页内的脚本绘制，脚本已被停用。</p></noscript>
      <script type="application/json" id="report-data">\(try data())</script>
      \(scripts.joined(separator: "\n"))
      </body>
      </html>

      """
  }

  /// The document as it stands in the page: nothing in it may end the script that it stands in.
  private func data() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Self.inScript(try encoder.encode(report))
  }

  /// JSON in which no bracket begins a tag. By bytes: a character beside a bracket may make another
  /// one of it for Swift, but not for browsers.
  static func inScript(_ json: Data) -> String {
    let pieces = json.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false)
    return pieces.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\\u003c")
  }
}
