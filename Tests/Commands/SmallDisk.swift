import Foundation
import TestSupport
import Testing

/// A file system in memory of a few pages, mounted for a test.
final class SmallDisk {
  /// Whether this process may mount one.
  static let isAllowed: Bool = (try? SmallDisk(kibibytes: 64)) != nil

  let url: URL
  private let scratch: TemporaryDirectory

  /// Mounts one; fails where that is refused.
  init(kibibytes: Int) throws {
    scratch = try TemporaryDirectory()
    url = scratch.url
    let mounted = mount("tmpfs", url.path, "tmpfs", 0, "size=\(kibibytes)k")
    guard mounted == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EPERM) }
  }

  deinit { umount2(url.path, CInt(MNT_DETACH)) }

  /// Every file on it with its bytes.
  func snapshot() throws -> [String: Data] { try scratch.snapshot() }
}
