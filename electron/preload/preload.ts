import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { AnyEvent, Bridge, EventListener, EventName } from '#contract'
// The file itself and not the contract's front door: this script must stay free of the schemas behind that.
import { channels } from '../contract/transport.js'

type AnyListener = (payload: AnyEvent['payload']) => void
const listeners = new Map<EventName, Set<AnyListener>>()

ipcRenderer.on(channels.event, (_event, { event, payload }: AnyEvent) => {
  for (const listener of listeners.get(event) ?? []) listener(payload)
})

const bridge: Bridge = {
  // main answers every call on this channel with an InvokeReply as JSON.
  invoke: (name, input) => ipcRenderer.invoke(channels.invoke, name, input) as Promise<string>,
  on: <E extends EventName>(event: E, listener: EventListener<E>) => {
    // Own identity for each registration, so that stopping one does not stop another of the same function.
    const registered: AnyListener = (payload) => {
      // `listeners` files each listener under the event whose payload it takes.
      listener(payload as Parameters<typeof listener>[0])
    }
    const those = listeners.get(event) ?? new Set()
    listeners.set(event, those.add(registered))
    return () => {
      those.delete(registered)
    }
  },
  pathsOf: (files) => files.map((file) => webUtils.getPathForFile(file)).filter((file) => file !== ''),
}

contextBridge.exposeInMainWorld('cutline', bridge)
