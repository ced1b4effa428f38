/// Why the studio's server does not listen.
public enum StudioServerError: Error, Equatable, CustomStringConvertible {
  /// Another program listens on the port.
  case portTaken(UInt16)
  /// The system does not let this user listen on the port.
  case portForbidden(UInt16)
  /// The system has another reason.
  case failed(UInt16, reason: String)

  /// One sentence for whoever chose the port.
  public var description: String {
    switch self {
    case .portTaken(let port):
      "another program listens on port \(port) of this machine; choose another port"
    case .portForbidden(let port):
      "the system does not let you listen on port \(port); choose one from 1024 on"
    case .failed(let port, let reason): "cannot listen on port \(port): \(reason)"
    }
  }
}
