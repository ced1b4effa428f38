import Glibc

/// What the system says of a file after a call that failed, in words for people who are no
/// programmers.
public enum SystemReason {
  /// The reason of the call that has just failed, without a full stop.
  public static var last: String { words(errno) }

  /// The words for one of the system's numbers; the system's own for a rare one.
  public static func words(_ code: Int32) -> String {
    switch code {
    case ENOENT: "there is no such file"
    case EISDIR: "it is a folder"
    case ENOTDIR: "part of the path is a file, not a folder"
    case EACCES, EPERM: "permission is denied"
    case EROFS: "the disk can only be read"
    case ENOSPC: "no space is left on the disk"
    case EFBIG: "the file would be larger than is allowed here"
    case EDQUOT: "no space is left of what the disk allows you"
    case ENAMETOOLONG: "the name is too long"
    case ELOOP: "its links lead in a circle"
    case EMFILE, ENFILE: "too many files are open"
    case EIO: "the disk reports a fault"
    default: String(cString: strerror(code))
    }
  }
}
