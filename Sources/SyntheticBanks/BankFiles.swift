import ColumnStore
import Glibc

/// The files of a bank in a folder, which appear together or not at all.
///
/// The folder is made if it is not there, and taken away again when nothing comes of it.
public final class BankFiles {
  private let folder: String
  private let isNewFolder: Bool
  private let files = AtomicFiles()
  private let names: [String]
  private var isCommitted = false

  /// Begins the files of a bank in a folder.
  public init(_ bank: SyntheticBank, in folder: String) throws(AtomicFileError) {
    let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    self.folder = folder
    names = bank.fileNames
    // Where it can neither be made nor is there, the first file says so.
    isNewFolder = mkdir(folder, 0o777) == 0
    for name in names { try files.begin("\(folder)/\(name)") }
  }

  deinit {
    files.abandon()
    // Fails, and should, when there is anything in it.
    if isNewFolder, !isCommitted { rmdir(folder) }
  }

  /// Appends bytes to the file at that place in the bank's list.
  public func write(_ index: Int, _ bytes: [UInt8]) throws(AtomicFileError) {
    try files.write(index, bytes)
  }

  /// Puts all files in their places, one right after the other once all are on the disk. A truth
  /// about earlier data of the folder is taken away when these are clean.
  public func commit() throws(AtomicFileError) {
    try files.commit()
    if !names.contains(SyntheticBank.truthFile) { unlink("\(folder)/\(SyntheticBank.truthFile)") }
    isCommitted = true
  }
}
