import { type ChildProcess, fork } from 'node:child_process'
import type { Command, CommandInput, CommandOutput } from '#contract'

/** The built engine as the process that it is in the application, to be killed. */
export class HostForTests {
  private readonly child: ChildProcess = fork('dist/engine/host.js', [], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  private last = 0

  /** Asks and waits for the answer; rejects where there is an error, or where the process ended first. */
  invoke<C extends Command>(command: C, input: CommandInput<C>): Promise<CommandOutput<C>> {
    const id = (this.last += 1)
    return new Promise((resolve, reject) => {
      const listen = (message: { type: string; id?: number; ok?: boolean; output?: unknown; error?: unknown }) => {
        if (message.type !== 'response' || message.id !== id) return
        this.child.off('message', listen)
        // What the engine answers to this command, as the contract has it.
        if (message.ok) resolve(message.output as CommandOutput<C>)
        else reject(new Error(JSON.stringify(message.error)))
      }
      this.child.on('message', listen)
      this.child.once('exit', () => reject(new Error('the engine has ended')))
      this.child.send({ type: 'request', id, command, input })
    })
  }

  /** Ends it as a crash does. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve))
    this.child.kill('SIGKILL')
    await ended
  }
}
