import DelimitedText
import Glibc

/// A program that reads what to do from its standard input and answers on its standard output.
final class ChildProgram {
  /// What went wrong with it, as the system says.
  struct Failure: Error {
    let code: Int32
    var reason: String { SystemReason.words(code) }
  }

  private let process: pid_t
  /// A socket and no pipe: writing to it when the program has ended is an error, not a signal.
  private let input: Int32
  private let output: Int32
  /// A file without a name.
  private let errors: UnsafeMutablePointer<FILE>
  private var hasEnded = false

  /// Starts a program; it is never looked for, and no shell is asked.
  init(_ path: String, _ arguments: [String]) throws(Failure) {
    var sockets: [Int32] = [-1, -1]
    var pipes: [Int32] = [-1, -1]
    guard
      socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &sockets) == 0,
      pipe(&pipes) == 0, let file = tmpfile()
    else { throw Failure(code: errno) }
    errors = file
    // No other child may hold the ends, or their end would never be seen.
    for descriptor in pipes + [fileno(file)] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, sockets[1], 0)
    posix_spawn_file_actions_adddup2(&actions, pipes[1], 1)
    posix_spawn_file_actions_adddup2(&actions, fileno(errors), 2)
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var started = pid_t()
    let code = posix_spawn(&started, path, &actions, nil, &words, environ)
    close(sockets[1])
    close(pipes[1])
    (process, input, output) = (started, sockets[0], pipes[0])
    guard code == 0 else {
      hasEnded = true
      throw Failure(code: code)
    }
  }

  deinit {
    close(input)
    close(output)
    fclose(errors)
    if !hasEnded {
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
  }

  /// Says a text to the program, and hands on what it answers until `body` has had enough or the program
  /// has ended.
  ///
  /// - Parameters:
  ///   - text: all that is said.
  ///   - body: called with each piece of the answer; answers whether that was the last.
  /// - Returns: whether `body` had enough; if not, the program has ended.
  func ask(_ text: String, _ body: (UnsafeRawBufferPointer) throws -> Bool) throws -> Bool {
    var rest = Array(text.utf8)[...]
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      var descriptors = [
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
      ]
      // The answer is read while the text is said: neither waits for the other.
      guard poll(&descriptors, rest.isEmpty ? 1 : 2, -1) >= 0 || errno == EINTR else {
        throw Failure(code: errno)
      }
      if !rest.isEmpty, descriptors[1].revents != 0 { say(&rest) }
      guard descriptors[0].revents != 0 else { continue }
      let count = read(output, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      let isLast = try piece.withUnsafeBytes {
        try body(UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
      if isLast { return true }
    }
  }

  /// Ends the program, whatever it does, and answers what it wrote about its errors.
  func end() -> String {
    if !hasEnded {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
      hasEnded = true
    }
    var words = [UInt8](repeating: 0, count: 1 << 16)
    let count = pread(fileno(errors), &words, words.count, 0)
    return String(decoding: words.prefix(max(0, count)), as: UTF8.self)
  }

  /// Says as much as the program takes; nothing more once it has ended, as its answer's end then tells.
  private func say(_ rest: inout ArraySlice<UInt8>) {
    let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
    let count = rest.withUnsafeBytes { send(input, $0.baseAddress, $0.count, flags) }
    if count >= 0 {
      rest = rest.dropFirst(count)
    } else if errno != EINTR, errno != EAGAIN {
      rest = []
    }
  }
}
