import Glibc

/// Lets threads pass one after another in the order of numbers that they hold.
final class Turnstile: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let turned = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var next = 0
  private var isClosed = false

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(turned, nil)
  }

  deinit {
    pthread_cond_destroy(turned)
    pthread_mutex_destroy(mutex)
    turned.deallocate()
    mutex.deallocate()
  }

  /// Waits until all lower numbers have passed, and passes; does nothing once the turnstile is closed.
  /// Each number from 0 on must pass once, and its holder wait for no higher one.
  func pass(_ number: Int, _ body: () -> Void) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while next < number, !isClosed { pthread_cond_wait(turned, mutex) }
    if isClosed { return }
    body()
    next += 1
    pthread_cond_broadcast(turned)
  }

  /// Lets nobody pass any more, and nobody wait.
  func close() {
    pthread_mutex_lock(mutex)
    isClosed = true
    pthread_cond_broadcast(turned)
    pthread_mutex_unlock(mutex)
  }
}
