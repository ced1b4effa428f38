import Foundation
import PageScripts
import Reports
import ScorecardPolicy

/// The studio's one page: its frame, which its scripts fill.
///
/// There is no script or style in it but by address, so that the content policy of the server can forbid
/// all others.
enum StudioPage {
  /// The page of a policy with that title.
  static func html(title: Title) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="data:,">
    <title>\(Markup.text(title.text(in: .english) ?? "Steelyard"))</title>
    <link rel="icon" href="data:,">
    \(lines(PageScript.studioStyles) { #"<link rel="stylesheet" href="/scripts/\#($0)">"# })
    \(lines(PageScript.studio) { #"<script src="/scripts/\#($0)" defer></script>"# })
    </head>
    <body>
    <header id="head"></header>
    <aside id="editors"></aside>
    <div id="results">
    <div id="view" hidden></div>
    <main id="board"></main>
    </div>
    <noscript><p>The studio needs scripts, which are switched off here. \
    本页需要脚本，而脚本已被停用。</p></noscript>
    </body>
    </html>

    """
  }

  private static func lines(_ files: [PageScript], _ line: (String) -> String) -> String {
    files.map { line($0.fileName) }.joined(separator: "\n")
  }
}
