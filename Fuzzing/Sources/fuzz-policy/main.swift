import FuzzDriver
import FuzzedReaders

Fuzzer.run(.policy)
