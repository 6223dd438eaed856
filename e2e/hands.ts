import type { Locator, Page } from '@playwright/test'

/** A user's hands: does things in the window and counts keystrokes and clicks. */
export class Hands {
  count = 0

  constructor(private readonly page: Page) {}

  async click(target: Locator, modifiers: 'Shift'[] = []): Promise<void> {
    this.count += 1
    await target.click({ modifiers })
  }

  /** One key, with or without modifiers. */
  async press(key: string): Promise<void> {
    this.count += 1
    await this.page.keyboard.press(key)
  }

  /** Text as an input method hands it over; each character counts as one key, which is fewer than pinyin takes. */
  async type(text: string): Promise<void> {
    this.count += Array.from(text).length
    await this.page.keyboard.insertText(text)
  }
}
