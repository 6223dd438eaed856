import { describe, expect, it } from 'vitest'
import { Autosave } from '../caption/autosave.js'
import { settleDrafts } from './settle-drafts.js'

function desk() {
  const saved: string[] = []
  const answers: ((error?: Error) => void)[] = []
  const autosave = new Autosave<string, 'caption'>(
    { covers: (one, other) => one === other, tidy: (_, text) => text, valid: (_, text) => text !== 'invalid' },
    (_, { caption = '' }) =>
      new Promise((resolve, reject) =>
        answers.push((error) => {
          if (error !== undefined) reject(error)
          else {
            saved.push(caption)
            resolve()
          }
        }),
      ),
  )
  autosave.dispatch({ type: 'show', target: 'photo', base: { caption: '' } })
  return { autosave, saved, answers }
}

describe('what is being typed', () => {
  it('is on disk before anything goes on', async () => {
    const { autosave, saved, answers } = desk()
    autosave.dispatch({ type: 'type', field: 'caption', text: '颱風' })
    let settled = false
    const settling = settleDrafts([autosave]).then(() => (settled = true))
    await Promise.resolve()
    expect(settled).toBe(false)
    answers.shift()!()
    await settling
    expect(saved).toEqual(['颱風'])
  })

  it('does not hold things up when it cannot be saved', async () => {
    const { autosave, answers } = desk()
    autosave.dispatch({ type: 'type', field: 'caption', text: 'x' })
    const settling = settleDrafts([autosave])
    answers.shift()!(new Error('disk full'))
    await settling
    expect(autosave.current().queue).toMatchObject([{ state: 'failed', texts: { caption: 'x' } }])
  })

  it('stays in its box where it is no value', async () => {
    const { autosave } = desk()
    autosave.dispatch({ type: 'type', field: 'caption', text: 'invalid' })
    await settleDrafts([autosave])
    expect(autosave.current().typed).toEqual({ caption: 'invalid' })
  })
})
