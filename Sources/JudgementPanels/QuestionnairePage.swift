import Foundation

/// A questionnaire as one page that an expert fills in a browser, in English or Chinese.
///
/// The page holds all that it needs and asks nobody for anything; its content policy forbids it. It
/// keeps nothing either: what is answered lies in the page until it is saved as a file.
public struct QuestionnairePage {
  private let questionnaire: Questionnaire

  /// The page of a questionnaire.
  public init(_ questionnaire: Questionnaire) { self.questionnaire = questionnaire }

  /// The page; `inChinese` is the language that it opens in.
  public func html(inChinese: Bool = false) throws -> String {
    let sets = questionnaire.sets.enumerated().map { section($0.offset, $0.element) }
    return """
      <!DOCTYPE html>
      <html lang="\(inChinese ? "zh" : "en")" data-language="\(inChinese ? "zh" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
      script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      <title>\(escaped(inChinese ? questionnaire.title.chinese : questionnaire.title.english))</title>
      <style>
      \(QuestionnaireStyle.text)
      </style>
      </head>
      <body>
      \(header)
      <main>
      \(sets.joined(separator: "\n"))
      </main>
      \(footer)
      <script type="application/json" id="questionnaire">\(try data())</script>
      <script>
      \(QuestionnaireScript.text)
      </script>
      </body>
      </html>

      """
  }

  private var header: String {
    """
    <header>
    <p class="languages" role="group" aria-label="Language 语言">\
    <button type="button" data-language="en" lang="en">English</button> \
    <button type="button" data-language="zh" lang="zh">中文</button></p>
    <h1>\(both(questionnaire.title))</h1>
    <p class="policy">\(escaped("\(questionnaire.policy) \(questionnaire.version)"))</p>
    \(QuestionnaireText.introduction.map { "<p>\(both($0))</p>" }.joined(separator: "\n"))
    <p class="name"><label for="name">\(both(QuestionnaireText.name))</label> \
    <input id="name" type="text" autocomplete="off" maxlength="100"></p>
    <p class="controls">\
    <label class="button" for="file">\(both(QuestionnaireText.open))</label>\
    <input id="file" type="file" accept=".csv,text/csv"></p>
    </header>
    """
  }

  private var footer: String {
    """
    <footer>
    <p id="progress" aria-live="polite"></p>
    <p class="controls"><button type="button" id="save">\(both(QuestionnaireText.save))</button> \
    <button type="button" id="print">\(both(QuestionnaireText.print))</button></p>
    <p id="message" role="status" aria-live="assertive"></p>
    <p class="signature"><span>\(both(QuestionnaireText.signature))</span><span></span>\
    <span>\(both(QuestionnaireText.date))</span><span></span></p>
    <noscript><p>\(both(QuestionnaireText.withoutScript))</p></noscript>
    </footer>
    """
  }

  private func section(_ number: Int, _ set: QuestionnaireSet) -> String {
    let pairs = set.items.indices.flatMap { row in
      set.items.indices.dropFirst(row + 1).map { pair(number, set, row, $0) }
    }
    return """
      <section id="set-\(number)" aria-labelledby="title-\(number)">
      <h2 id="title-\(number)">\(both(set.title))</h2>
      \(pairs.joined(separator: "\n"))
      <div class="result" aria-live="polite"></div>
      </section>
      """
  }

  /// One pair: a scale from the left thing's 9 over 1 to the right thing's 9.
  private func pair(
    _ number: Int, _ set: QuestionnaireSet, _ row: Int, _ column: Int
  ) -> String {
    let (left, right) = (set.items[row].title, set.items[column].title)
    let name = "pair-\(number)-\(row)-\(column)"
    let choices = (-8...8).map { step -> String in
      let size = abs(step) + 1
      let value = step > 0 ? "1/\(size)" : "\(size)"
      let spoken =
        step == 0
        ? QuestionnaireText.equal : QuestionnaireText.choice(size, step < 0 ? left : right)
      return "<label><input type=\"radio\" name=\"\(name)\" value=\"\(value)\">"
        + "<span class=\"size\" aria-hidden=\"true\">\(size)</span>"
        + "<span class=\"spoken\">\(both(spoken))</span></label>"
    }
    return """
      <fieldset id="\(name)">
      <legend>\(both(left)) <span aria-hidden="true">:</span> \(both(right))</legend>
      <div class="scale"><span class="left" aria-hidden="true">\(both(left))</span>\
      <span class="choices">\(choices.joined())</span>\
      <span class="right" aria-hidden="true">\(both(right))</span>\
      <button type="button" class="clear" data-pair="\(name)">\(both(QuestionnaireText.clear))</button>\
      </div>
      </fieldset>
      """
  }

  // MARK: What the script reads

  private struct PageData: Encodable {
    struct Item: Encodable {
      let name: String
      let en: String
      let zh: String
    }

    struct Part: Encodable {
      let name: String
      let en: String
      let zh: String
      let items: [Item]
      let method: String
      let randomIndex: Double?
      let maximumRatio: Double
    }

    let policy: String
    let version: String
    let sets: [Part]
  }

  private func data() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let sets = questionnaire.sets.map { set in
      PageData.Part(
        name: set.name, en: set.title.english, zh: set.title.chinese,
        items: set.items.map {
          PageData.Item(name: $0.name, en: $0.title.english, zh: $0.title.chinese)
        },
        method: set.options.method == .geometricMean ? "geometric-mean" : "eigenvector",
        randomIndex: set.options.randomIndex.value(size: set.items.count),
        maximumRatio: set.options.limit?.ratio ?? set.options.maximumRatio)
    }
    let bytes = try encoder.encode(
      PageData(policy: questionnaire.policy, version: questionnaire.version, sets: sets))
    // Nothing in it may end the script that it stands in. By bytes: a character beside a bracket may
    // make another one of it for Swift, but not for browsers.
    let pieces = bytes.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false)
    return pieces.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\\u003c")
  }

  // MARK: Markup

  /// A text in both languages, of which the page shows one.
  private func both(_ text: BilingualText) -> String {
    text.english == text.chinese
      ? escaped(text.english)
      : "<span lang=\"en\">\(escaped(text.english))</span>"
        + "<span lang=\"zh\">\(escaped(text.chinese))</span>"
  }

  private func escaped(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}", "\u{7F}"..."\u{9F}": "\u{FFFD}"
      default: String(scalar)
      }
    }
    return scalars.joined()
  }
}
