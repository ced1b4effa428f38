import Glibc

private func generate(_ arguments: CommandLineArguments) throws(OutputError) -> Bank.Size {
  let directory = try OutputDirectory(creating: arguments.output)
  let staff = try TableWriter(path: directory.file("staff.csv"), encoding: arguments.encoding)
  let business = try TableWriter(path: directory.file("business.csv"), encoding: arguments.encoding)
  let bank = Bank(
    branchCount: arguments.branches, managersPerBranch: arguments.managersPerBranch,
    seed: arguments.seed)
  let size = try bank.write(
    staff: StaffTable(staff, language: arguments.headers),
    business: BusinessTable(business, language: arguments.headers))
  let notice = try TableWriter(path: directory.file("notice.txt"), encoding: .utf8)
  notice.add(arguments.headers.notice)
  try notice.endRow()
  try notice.finish()
  try staff.finish()
  try business.finish()
  return size
}

private func say(_ message: String) {
  let line = Array((message + "\n").utf8)
  _ = write(STDERR_FILENO, line, line.count)
}

do throws(UsageError) {
  let arguments = try CommandLineArguments(Array(CommandLine.arguments.dropFirst()))
  if arguments.wantsHelp {
    print(CommandLineArguments.usage)
    exit(0)
  }
  do throws(OutputError) {
    let size = try generate(arguments)
    say(
      "\(arguments.branches) branches, \(size.managers) customer managers, "
        + "\(size.ledgerRows) ledger rows, all synthetic (seed \(arguments.seed))")
  } catch {
    say("demo-bank: \(error)")
    exit(1)
  }
} catch {
  say("demo-bank: \(error)\n\n\(CommandLineArguments.usage)")
  exit(64)
}
