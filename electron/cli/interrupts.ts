/** How a process is told to stop: Ctrl+C, a closed terminal, `kill`. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** What a shell reports for a program that Ctrl+C ended. */
const interrupted = 130

/**
 * While work runs, the first signal asks for it to stop in good order and a second one ends the process at once.
 * Answers the signal to watch, and a function that lets go.
 */
export function watchInterrupts(): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController()
  const stop = () => {
    if (controller.signal.aborted) process.exit(interrupted)
    controller.abort()
  }
  for (const name of signals) process.on(name, stop)
  return {
    signal: controller.signal,
    release: () => {
      for (const name of signals) process.off(name, stop)
    },
  }
}
