import ColumnStore
import DelimitedText
import Testing

@testable import PolicyAnalysis

@Suite("Files of subjects")
struct StandardsFileTests {
  private static func file(_ text: String) throws -> SubjectFile {
    SubjectFile(try DecodedText(Array(text.utf8), file: "shops.csv"))
  }

  private static func columns(
    _ drivers: [StandardsColumns.Driver], within: String? = nil
  ) -> StandardsColumns {
    StandardsColumns(key: "id", target: "width", drivers: drivers, within: within)
  }

  private static let text = """
     id ,class,size,width,line,remark
    b,2,10,5, north ,"said ""no"", twice"
    a,1,20.5,7,south,
    c,1,x,9,north,

    """

  @Test("headers lose the spaces round them")
  func headers() throws {
    #expect(
      try Self.file(Self.text).headers == ["id", "class", "size", "width", "line", "remark"])
    #expect(try Self.file("").headers.isEmpty)
  }

  @Test("a driver whose cells are numbers is a number, unless it is said to be a text")
  func kinds() throws {
    let file = try Self.file(Self.text)
    let found = try file.subjects(
      Self.columns([.init(name: "class"), .init(name: "line")], within: "line"))
    #expect(found.keys == ["b", "a", "c"])
    #expect(found.target == [5, 7, 9])
    #expect(
      found.drivers == [
        Driver(name: "class", values: .numbers([2, 1, 1])),
        Driver(name: "line", values: .texts(["north", "south", "north"])),
      ])
    #expect(found.groups == ["north", "south", "north"])
    let said = try file.subjects(Self.columns([.init(name: "class", isText: true)]))
    #expect(said.drivers == [Driver(name: "class", values: .texts(["2", "1", "1"]))])
    #expect(said.groups == nil)
  }

  @Test("one cell that is no number among numbers is a fault of its row")
  func mixed() throws {
    let error = #expect(throws: StandardsError.self) {
      try Self.file(Self.text).subjects(Self.columns([.init(name: "size")]))
    }
    #expect(
      error?.description
        == "shops.csv:4: size \"x\": expected a plain number such as 12 or -0.5, found a text")
  }

  static let faults: [(row: String, words: String)] = [
    ("d,1,3,,north,", "shops.csv:3: width: expected a number, found a blank cell"),
    ("d,,3,4,north,", "shops.csv:3: class: expected a number, found a blank cell"),
    ("d,1,3,4,,", "shops.csv:3: line: expected a text, found a blank cell"),
    (",1,3,4,north,", "shops.csv:3: id: expected a key, found a blank cell"),
    ("a,1,3,4,north,", "shops.csv:2: id \"a\""),
    ("d,1,3,1e3,north,", "found an exponent"),
    ("d,1,3,2000000000000000,north,", "expected at most 1000000000000000"),
    ("d,1,3", "shops.csv:3: expected 6 fields as in the header, found 3"),
  ]

  @Test("faults of rows are told by place", arguments: faults)
  func rows(row: String, words: String) throws {
    let text = "id,class,size,width,line,remark\na,1,2,3,south,\n\(row)\n"
    let error = #expect(throws: StandardsError.self) {
      try Self.file(text).subjects(
        Self.columns([.init(name: "class"), .init(name: "size")], within: "line"))
    }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "none")")
  }

  @Test("a column of blank cells is not guessed to be a text")
  func blankColumn() throws {
    let error = #expect(throws: StandardsError.self) {
      try Self.file("id,size,width\na,,1\nb,,2\n").subjects(Self.columns([.init(name: "size")]))
    }
    #expect(error?.description.contains("size: expected a number, found a blank cell") == true)
  }

  @Test("a file without rows or header is told")
  func empty() throws {
    for (text, words) in [
      ("id,size,width\n", "shops.csv: the file has no rows below its header"),
      ("", "shops.csv: the file is empty"),
    ] {
      let error = #expect(throws: StandardsError.self) {
        try Self.file(text).subjects(Self.columns([.init(name: "size")]))
      }
      #expect(error?.description.contains(words) == true)
    }
    #expect(throws: StandardsError.self) { try SubjectFile("/nowhere/shops.csv") }
  }

  @Test("rows are written as they stand, with the plans behind them")
  func writing() throws {
    let file = try Self.file(
      "id;class;width;remark\nb; A ;4;\"a;b\"\na;A;6;\"say \"\"x\"\", y\"\nc;B;1;\nd;B;1;+\n")
    let columns = Self.columns([.init(name: "class")], within: "class")
    let standards = try Standards(file.subjects(columns))
    var bytes: [UInt8] = []
    file.write(standards, columns) { bytes += $0 }
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        id,class,width,remark,width_standard,width_ideal,width_attainment,width_ideal_attainment,\
        width_cluster
        b, A ,4,a;b,5,5.5,0.8,0.7272727272727273,1
        a,A,6,"say ""x"", y",5,5.5,1.2,1.0909090909090908,1
        c,B,1,,1,1,1,1,2
        d,B,1,+,1,1,1,1,2

        """)
    #expect(
      String(decoding: GroupStandardsFile.bytes(standards, columns), as: UTF8.self) == """
        class,subjects,width,width_standard,width_ideal,width_attainment,width_ideal_attainment,\
        width_reached,width_ideal_reached
        A,2,5,5,5.5,1,0.9090909090909091,1,1
        B,2,1,1,1,1,1,2,2

        """)
  }
}
