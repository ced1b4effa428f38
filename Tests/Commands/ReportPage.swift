import Foundation
import TestSupport
import Testing

/// A page of `report`, opened in a real browser without a window.
struct ReportPage {
  /// Chromium, where this machine has it.
  static let browser = PrintedPagesTests.tools?["chromium"]

  /// What is seen of one chart.
  struct Chart: Decodable {
    let name: String
    let title: String
    /// How many bars, lines, cells or rows are drawn.
    let marks: Int
    /// How tall the drawing is on the screen; 0 without one.
    let height: Double
    /// How many rows the table has that says the same.
    let rows: Int
  }

  /// What is seen in one language.
  struct View: Decodable {
    let language: String
    let title: String
    let text: String
    let charts: [Chart]
    /// Texts of drawings that reach beyond the page.
    let outside: [String]
  }

  let views: [View]
  /// What went wrong on the page.
  let failures: [String]
  /// What the page asked for.
  let requests: [String]

  /// Opens a page and looks at it in its own language, in the other, and in its own again.
  init(_ html: String) throws {
    let scratch = try TemporaryDirectory()
    let watched = html.replacingOccurrences(
      of: "<body>", with: "<body><script>\(Self.watching)</script>")
    let driven = watched.replacingOccurrences(
      of: "</body>", with: "<script>\(Self.driving)</script></body>")
    try scratch.write(driven, to: "page.html")
    let net = scratch.file("net.json")
    let result = try CommandRunner.run(
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        "--disable-component-update", "--user-data-dir=\(scratch.path)/profile",
        "--window-size=1000,1400", "--virtual-time-budget=10000", "--log-net-log=\(net.path)",
        "--dump-dom", "file://\(scratch.path)/page.html",
      ], executable: URL(fileURLWithPath: #require(Self.browser)), in: scratch.url)
    let match = try #require(
      result.output.firstMatch(of: /<pre id="seen">([\s\S]*?)<\/pre>/), "the script did not end")
    let json = [("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u{A0}"), ("&amp;", "&")].reduce(
      String(match.output.1)
    ) { text, entity in text.replacingOccurrences(of: entity.0, with: entity.1) }
    let seen = try JSONDecoder().decode(Seen.self, from: Data(json.utf8))
    (views, failures) = (seen.views, seen.failures)
    // What the browser asks for on its own account has no origin; a page's requests have one.
    requests = try scratch.read("net.json").matches(of: /"initiator":"([^"]*)"/)
      .map { String($0.output.1) }.filter { $0 != "not an origin" }
  }

  private struct Seen: Decodable {
    let views: [View]
    let failures: [String]
  }

  /// The document that stands in a page.
  static func document(of html: String) throws -> [String: Any] {
    let match = try #require(
      html.firstMatch(of: /<script type="application\/json" id="report-data">([\s\S]*?)<\/script>/))
    let json = try JSONSerialization.jsonObject(with: Data(match.output.1.utf8))
    return try #require(json as? [String: Any])
  }

  private static let watching = """
    window.failures = [];
    addEventListener("error", (event) => window.failures.push(event.message));
    addEventListener("securitypolicyviolation", (event) => window.failures.push(event.blockedURI));
    for (const name of ["error", "warn"]) console[name] = (...words) => window.failures.push(words.join(" "));
    """

  private static let driving = """
    const look = () => ({
      language: document.documentElement.lang, title: document.title,
      text: document.body.innerText,
      charts: [...document.querySelectorAll("figure[data-chart]")].map((figure) => ({
        name: figure.dataset.chart, title: figure.querySelector("figcaption").textContent,
        marks: figure.querySelectorAll("svg .mark").length,
        height: figure.querySelector("svg") ? figure.querySelector("svg").getBoundingClientRect().height : 0,
        rows: figure.querySelectorAll("tbody tr").length,
      })),
      outside: [...document.querySelectorAll("svg text")].filter((text) => {
        const own = text.getBoundingClientRect();
        const page = document.body.getBoundingClientRect();
        return own.width > 0 && (own.left < page.left - 1 || own.right > page.right + 1);
      }).map((text) => text.textContent),
    });
    const press = (language) => document.querySelector(`button[data-language=${language}]`).click();
    const own = document.documentElement.lang;
    const views = [look()];
    press(own === "en" ? "zh" : "en");
    views.push(look());
    press(own);
    views.push(look());
    const seen = document.createElement("pre");
    seen.id = "seen";
    seen.textContent = JSON.stringify({ views, failures: window.failures });
    document.body.append(seen);
    """
}
