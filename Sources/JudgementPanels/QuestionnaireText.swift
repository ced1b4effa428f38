/// What the page says, but for what its script says.
enum QuestionnaireText {
  static let introduction = [
    BilingualText(
      english:
        "For each pair, choose which of the two is more important for the title of its section, "
        + "and how much: 1 equally, 3 somewhat, 5 clearly, 7 strongly, 9 extremely more important; "
        + "2, 4, 6 and 8 lie between.",
      chinese: "请对每一对指标判断：就本节标题而言，哪一个更重要，重要多少。1 同等重要，3 稍微重要，"
        + "5 明显重要，7 强烈重要，9 极端重要；2、4、6、8 介于相邻两者之间。"),
    BilingualText(
      english:
        "Under each section you see how consistent your answers are, and which to think about "
        + "again. Nothing is sent anywhere: save your answers as a file and return that file.",
      chinese: "每节下方显示您的判断是否一致，以及哪些判断值得再想一想。本页不向任何地方发送数据："
        + "请将答案保存为文件，并交回该文件。"),
  ]
  static let name = BilingualText(english: "Your name", chinese: "您的姓名")
  static let open = BilingualText(
    english: "Go on from a saved file …", chinese: "从已保存的文件继续……")
  static let save = BilingualText(english: "Save answers as CSV", chinese: "保存答案（CSV）")
  static let print = BilingualText(english: "Print", chinese: "打印")
  static let clear = BilingualText(english: "Clear", chinese: "清除")
  static let signature = BilingualText(english: "Signature", chinese: "签名")
  static let date = BilingualText(english: "Date", chinese: "日期")
  static let equal = BilingualText(english: "equally important", chinese: "同等重要")
  static let withoutScript = BilingualText(
    english: "Without JavaScript this page can be printed and filled by hand, but not saved.",
    chinese: "浏览器未启用 JavaScript：本页可打印后手工填写，但不能保存。")

  static func choice(_ size: Int, _ thing: BilingualText) -> BilingualText {
    BilingualText(
      english: "\(size) for \(thing.english)", chinese: "\(thing.chinese)，\(size)")
  }
}
