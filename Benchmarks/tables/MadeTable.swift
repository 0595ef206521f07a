/// A kind of table to be read.
struct MadeTable {
  var name: String
  var header: String
  var row: @Sendable (Int) -> String

  /// Its text, as many rows as it takes.
  func bytes(atLeast size: Int) -> [UInt8] {
    var bytes = Array(header.utf8)
    bytes.reserveCapacity(size + 1_000)
    var number = 0
    while bytes.count < size {
      bytes.append(contentsOf: row(number).utf8)
      number += 1
    }
    return bytes
  }

  static let all = [
    MadeTable(
      name: "long, 11 columns, half of them empty",
      header: "area_code,area_name,indicator,value,unit,period,standard_error,sample_size,flag,"
        + "source,note\n",
      row: { number in
        let code = String(1_000_000 + number).dropFirst()
        return "\(code),District \(number),no_internet,\(number % 100).\(number % 997),"
          + "percent of people,2021-22,1.25,114,,census,\n"
      }),
    MadeTable(
      name: "quoted cells, Khmer names, CR LF",
      header: "area_code,area_name,indicator,value,note\r\n",
      row: { number in
        "\"\(number)\",\"ខេត្តកំពង់ឆ្នាំង\",\"poverty\",\"\(number % 100)\","
          + "\"said, \"\"about\"\" \(number % 7)\"\r\n"
      }),
    MadeTable(
      name: "wide, 200 columns of short numbers",
      header: (0..<200).map { "c\($0)" }.joined(separator: ",") + "\n",
      row: { number in
        (0..<200).map { "\((number * 31 + $0) % 1_000)" }.joined(separator: ",") + "\n"
      }),
  ]
}
