import DelimitedText
import Glibc

/// A program that runs beside this one, in a group of processes of its own.
struct ChildProcess {
  /// How a program ended.
  enum Ending: Equatable {
    case code(Int32)
    case signal(Int32)

    /// What happened, as `ended with exit code 1`.
    var text: String {
      switch self {
      case .code(let code): "ended with exit code \(code)"
      case .signal(let number): "was ended by signal \(number)"
      }
    }
  }

  /// Its number, which is that of its group too.
  let id: pid_t
  private let output: Int32
  private let errors: Int32

  /// Starts a program, without a shell; nothing comes from its standard input.
  ///
  /// - Parameter words: the path of the program, and its arguments.
  /// - Throws: `storage` when it cannot be started.
  init(_ words: [String]) throws(SparkFault) {
    let (output, errors) = (try Self.pipe(words[0]), try Self.pipe(words[0]))
    defer {
      close(output.write)
      close(errors.write)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.write, 1)
    posix_spawn_file_actions_adddup2(&actions, errors.write, 2)
    var attributes = posix_spawnattr_t()
    Self.setGroup(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var id = pid_t()
    let code = posix_spawn(&id, words[0], &actions, &attributes, &arguments, environ)
    guard code == 0 else {
      close(output.read)
      close(errors.read)
      throw .storage(path: words[0], reason: SystemReason.words(code))
    }
    (self.id, self.output, self.errors) = (id, output.read, errors.read)
  }

  /// Hands over what the program writes, line by line, until it ends; how it ended.
  ///
  /// - Parameters:
  ///   - output: called with each line of its standard output, without the end.
  ///   - errors: called with each line of its standard error.
  func wait(output: (String) -> Void, errors: (String) -> Void) -> Ending {
    var lines = (LineBuffer(), LineBuffer())
    var files = [
      pollfd(fd: self.output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: self.errors, events: Int16(POLLIN), revents: 0),
    ]
    while files.contains(where: { $0.fd >= 0 }) {
      guard poll(&files, 2, -1) >= 0 || errno == EINTR else { break }
      if files[0].revents != 0 { Self.read(&files[0], &lines.0, output) }
      if files[1].revents != 0 { Self.read(&files[1], &lines.1, errors) }
    }
    close(self.output)
    close(self.errors)
    return ending()
  }

  /// Ends a program and what it started; any thread may call. It has a few seconds to do it itself.
  static func end(_ id: pid_t) {
    kill(-id, SIGTERM)
    for _ in 0..<50 where kill(-id, 0) == 0 { usleep(100_000) }
    kill(-id, SIGKILL)
  }

  private func ending() -> Ending {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    let number = status & 0x7F
    return number == 0 ? .code(status >> 8 & 0xFF) : .signal(number)
  }

  /// A file that has come to its end is looked at no more.
  private static func read(
    _ file: inout pollfd, _ lines: inout LineBuffer, _ body: (String) -> Void
  ) {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(file.fd, &piece, piece.count)
    if count > 0 {
      lines.take(piece[..<count], body)
    } else if count == 0 || errno != EINTR {
      lines.finish(body)
      file.fd = -1
    }
    file.revents = 0
  }

  private static func pipe(_ program: String) throws(SparkFault) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else {
      throw .storage(path: program, reason: SystemReason.last)
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// A group of its own, so that it can be ended with what it started and is not ended before this
  /// program has seen to it; and the signals as a program expects them.
  private static func setGroup(_ attributes: inout posix_spawnattr_t) {
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setpgroup(&attributes, 0)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }
}

/// Cuts what comes in pieces into lines.
private struct LineBuffer {
  private var rest: [UInt8] = []

  mutating func take(_ piece: ArraySlice<UInt8>, _ body: (String) -> Void) {
    rest += piece
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      body(String(decoding: rest[..<end], as: UTF8.self))
      rest.removeSubrange(...end)
    }
  }

  mutating func finish(_ body: (String) -> Void) {
    if !rest.isEmpty { body(String(decoding: rest, as: UTF8.self)) }
    rest = []
  }
}
