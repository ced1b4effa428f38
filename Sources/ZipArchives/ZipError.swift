/// Why a ZIP archive, or a part of it, could not be read; whoever reads it knows how to call the file.
public enum ZipError: Error, Equatable, Sendable {
  /// The file could not be opened or read; `reason` is the system's.
  case unreadable(reason: String)
  /// The archive is cut off, or what it says of itself is contradictory.
  case damagedArchive(reason: String)
  /// There is no such part.
  case missingPart(String)
  /// A part does not unpack to what it was; `reason` says how that shows.
  case damagedPart(String, reason: String)
  /// A part is protected by a password.
  case encryptedPart(String)
  /// A part is neither stored as it is nor deflated.
  case unknownPacking(String)
  /// A part is larger than the limits allow.
  case tooLarge(String, reason: String)
  /// Whoever watches the progress wanted it to stop.
  case cancelled
}
