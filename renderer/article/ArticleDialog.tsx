import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Story, StoryId } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import styles from './ArticleDialog.module.css'
import { ArticleReview } from './ArticleReview.js'
import { useArticle } from './useArticle.js'

interface ArticleDialogProps {
  readonly storyId: StoryId
  readonly onClose: () => void
  readonly onTaken: (story: Story) => void
}

/** Reads an article from the clipboard or a file, shows what was found and repaired, and gives it to the story. */
export function ArticleDialog({ storyId, onClose, onTaken }: ArticleDialogProps) {
  const { t } = useTranslation('article')
  const errorText = useErrorText()
  const article = useArticle()
  const [text, setText] = useState('')
  const [taking, setTaking] = useState(false)
  const [failed, setFailed] = useState<CutlineError | null>(null)
  const { source, reading, refused, busy } = article
  const error = failed ?? article.error

  const choose = () => {
    invoke('shell.chooseArticle', {}).then(
      ({ path }) => path !== null && article.read({ path }),
      (thrown: unknown) => setFailed(CutlineError.from(thrown)),
    )
  }
  const take = () => {
    if (source === null) return
    setTaking(true)
    invoke('stories.takeArticle', { id: storyId, source, refused: [...refused] }).then(
      ({ story }) => onTaken(story),
      (thrown: unknown) => {
        setTaking(false)
        setFailed(CutlineError.from(thrown))
      },
    )
  }
  return (
    <Dialog title={t('title')} onClose={onClose} data-testid="article-dialog">
      {reading === null ? (
        <textarea
          className={styles.box}
          aria-label={t('pasteLabel')}
          placeholder={t('pastePlaceholder')}
          value={text}
          autoFocus
          data-undo="native"
          data-testid="article-paste"
          onChange={({ target }) => setText(target.value)}
          onPaste={(event) => {
            const plain = event.clipboardData.getData('text/plain')
            const html = event.clipboardData.getData('text/html')
            // What is pasted behind words of one's own stays text.
            if (text.trim() !== '' || (plain.trim() === '' && html.trim() === '')) return
            event.preventDefault()
            setText(plain)
            article.read({ text: plain, html })
          }}
        />
      ) : (
        <ArticleReview reading={reading} refused={refused} onToggle={article.toggle} />
      )}
      {error !== null && (
        <p className={styles.problem} role="alert" data-testid="article-problem">
          {t('couldNot', { reason: errorText(error) })}
        </p>
      )}
      {reading === null ? (
        <footer key="choose">
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button onPress={choose} isDisabled={busy} data-testid="article-choose">
            {t('chooseFile')}
          </Button>
          <Button
            variant="primary"
            onPress={() => article.read({ text })}
            isDisabled={busy || text.trim() === ''}
            data-testid="article-read"
          >
            {busy ? t('reading') : t('read')}
          </Button>
        </footer>
      ) : (
        <footer key="take">
          <Button
            onPress={() => {
              setFailed(null)
              article.reset()
            }}
          >
            {t('another')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" onPress={take} isDisabled={busy || taking} autoFocus data-testid="article-take">
            {t('take')}
          </Button>
        </footer>
      )}
    </Dialog>
  )
}
