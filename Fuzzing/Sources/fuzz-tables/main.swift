import FuzzDriver
import FuzzedReaders

Fuzzer.run(.tables)
