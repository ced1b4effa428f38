/// How many lines a filter read and wrote: its last line says so, that whoever brings the lines of many
/// filters together can tell whether any was lost.
final class LineTally {
  private var subjects = 0
  private var rejections = 0

  func addSubject() { subjects += 1 }

  func addRejection() { rejections += 1 }

  /// Writes the last line: `E`, the lines read, and the lines of subjects and of rejected rows written.
  func write(linesRead: Int, fieldCount: Int, to writer: LineWriter) throws {
    writer.put("E")
    for number in [linesRead, subjects, rejections] {
      writer.endField()
      writer.put(number)
    }
    try writer.endLine(written: 4, of: fieldCount)
  }
}
