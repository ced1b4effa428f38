/// Fills a buffer with the next bytes; how many there were, 0 at the end.
public typealias ByteInput = (UnsafeMutableRawBufferPointer) throws -> Int

/// Takes bytes, which are valid only within the call.
public typealias ByteOutput = (UnsafeRawBufferPointer) throws -> Void
