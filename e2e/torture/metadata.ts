import { roundTrips } from '../../electron/engine/bundles/round-trips-for-tests.js'

/** Generated records with every field, written into every format and a sidecar and read back by Cutline, ExifTool and exiv2. */
export async function tortureMetadata({ records }: { records: number }): Promise<boolean> {
  const started = Date.now()
  // ExifTool's processes keep nothing alive by themselves.
  const awake = setInterval(() => undefined, 60_000)
  const report = await roundTrips(records, (done) => {
    if (done % 20 === 0) process.stderr.write(`\r${done} of ${records} records `)
  })
  clearInterval(awake)
  process.stderr.write('\r')
  for (const difference of report.differences.slice(0, 50)) console.log(difference)
  const readers = ['ExifTool', `Cutline (${report.readable.size} fields)`, ...(report.byExiv2 ? ['exiv2'] : [])]
  console.log(
    `${report.records} records, ${report.files} files, read back by ${readers.join(', ')}: ` +
      `${report.differences.length} differences, ${((Date.now() - started) / 1000).toFixed(0)} s` +
      (report.byExiv2 ? '' : ' (exiv2 is not installed)'),
  )
  return report.differences.length === 0
}
