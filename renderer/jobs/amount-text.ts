const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** An amount of bytes as people read it: `3.5 MB`, in steps of 1,000, at most three digits and one decimal. */
export function byteText(bytes: number, language: string): string {
  let step = 0
  let amount = bytes
  // 999.95 would be rounded to 1,000.
  while (amount >= 999.95 && step < byteUnits.length - 1) {
    amount /= 1000
    step++
  }
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: byteUnits[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: amount < 100 && step > 0 ? 1 : 0,
  }).format(amount)
}

/** Time left as people read it: seconds below a minute, minutes below an hour, then hours with one decimal. */
export function timeText(seconds: number, language: string): string {
  const [amount, unit] =
    seconds < 59.5
      ? [Math.max(1, Math.round(seconds)), 'second']
      : seconds < 59.5 * 60
        ? [Math.round(seconds / 60), 'minute']
        : [Math.round(seconds / 360) / 10, 'hour']
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(amount)
}
