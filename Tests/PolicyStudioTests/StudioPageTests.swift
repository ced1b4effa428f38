import Foundation
import PageScripts
import ScorecardPolicy
import Testing

@testable import PolicyStudio

@Suite("The studio's page")
struct StudioPageTests {
  private let html = StudioPage.html(title: Title(english: "A & B <c>", chinese: nil))

  @Test("It loads scripts and styles by address only, in their order")
  func addresses() {
    let addresses = html.matches(of: /(?:src|href)="\/scripts\/([^"]+)"/).map { String($0.1) }
    #expect(addresses == (PageScript.studioStyles + PageScript.studio).map(\.fileName))
    #expect(!html.contains(/<script(?![^>]*src=)/))
    #expect(!html.contains(/<style|style=| on[a-z]+=/))
  }

  @Test("The policy's title is no markup")
  func title() {
    #expect(html.contains("<title>A &amp; B &lt;c&gt;</title>"))
    // The first character is one with the bracket behind it for Swift, and not for browsers.
    let joined = StudioPage.html(title: Title(english: "\u{600}</title>", chinese: nil))
    #expect(joined.contains("lt;/title&gt;</title>"))
  }

  @Test("No file is given under the name of another")
  func names() {
    let names = PageScript.allCases.map(\.fileName)
    #expect(Set(names).count == names.count)
  }

  @Test("No script sets a style by an attribute, or makes markup or code of a text")
  func policy() {
    for script in PageScript.studio where script != .d3 {
      let forbidden = /\.innerHTML|insertAdjacentHTML|\.html\(|\beval\(|new Function|"style"/
      #expect(!script.text.contains(forbidden), "\(script.fileName)")
    }
  }

  @Test("Every phrase that is said is there, once, in both languages")
  func phrases() {
    var phrases: [String: String] = [:]
    for script in PageScript.studio where script.fileName.hasSuffix("-texts.js") {
      for phrase in script.text.matches(
        of: /\n  (\w+): \[\s*"(?:[^"\\]|\\.)*",\s*"(?:[^"\\]|\\.)*"\s*\]/)
      {
        let name = String(phrase.1)
        #expect(phrases[name] == nil, "\(name) is in \(script.fileName) and \(phrases[name] ?? "")")
        phrases[name] = script.fileName
      }
    }
    for script in PageScript.studio {
      for said in script.text.matches(of: /\bsay\([\w.]*[lL]anguage, "(\w+)"/) {
        #expect(phrases[String(said.1)] != nil, "\(said.1) in \(script.fileName)")
      }
    }
    #expect(phrases.count > 150)
  }
}
