/// What the studio's server lets a client take of it.
public struct StudioLimits: Sendable {
  /// How many bytes the head of a request may have.
  public var head = 1 << 14
  /// How many bytes a body may have; what is longer is read away and refused.
  public var body = 1 << 20
  /// How many bytes of a body are read away before the connection is cut instead.
  public var readAway = 256 << 20
  /// How long a connection may take for the head of a request, then for its body, and how long it may
  /// wait between two requests.
  public var patience = Duration.seconds(10)
  /// How many connections may be open; of more those are cut that have waited longest.
  public var connections = 256

  /// The limits for a browser on the same machine.
  public init() {}
}
