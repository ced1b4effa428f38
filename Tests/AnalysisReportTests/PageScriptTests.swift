import PageScripts
import TestSupport
import Testing

@Suite("Scripts of pages")
struct PageScriptTests {
  @Test("are the files as they are")
  func files() throws {
    let folder = "Sources/CPageScripts/scripts"
    let names = try ProjectFiles.names(in: folder)
    let texts = Set(try names.map { try ProjectFiles.text("\(folder)/\($0)") })
    #expect(texts == Set(PageScript.allCases.map(\.text)))
    #expect(names.count == PageScript.allCases.count)
  }

  @Test("can stand inside a page", arguments: PageScript.allCases)
  func inside(_ script: PageScript) {
    let text = script.text
    #expect(!text.isEmpty)
    #expect(!text.lowercased().contains("</script"))
    #expect(!text.contains("<!--"))
  }

  @Test("D3 comes first and with its licence")
  func library() {
    #expect(PageScript.charts.first == .d3)
    #expect(PageScript.d3.text.hasPrefix("/*\nD3, from the package node-d3 5.16.0"))
    #expect(PageScript.d3.text.contains("Redistributions in binary form must reproduce"))
  }

  @Test(
    "ours ask no other machine for anything, and but for the studio keep nothing",
    arguments: PageScript.allCases)
  func selfContained(_ script: PageScript) {
    guard script != .d3 else { return }
    // The studio's page asks its own server, and keeps its draft.
    let own = PageScript.studio.filter { !PageScript.charts.contains($0) }
    let asking = own.contains(script) ? [] : ["fetch(", "localStorage"]
    for word in [
      "http:", "https:", "url(h", "@import", "XMLHttpRequest", "cookie", "innerHTML", "eval(",
    ] + asking {
      #expect(!script.text.contains(word), "\(word)")
    }
  }
}
