import FuzzDriver
import FuzzedReaders

Fuzzer.run(.judgements)
