import Pbkdf2Worker from 'altcha/workers/pbkdf2?worker'

/**
 * Runs on pages with a feedback form, where scripts run: the browser works off a task in the background and its owner
 * is asked no code. Whatever goes wrong, the code comes back into view and the form works as it does without scripts.
 */
interface Task {
  challenge: object
  waitSeconds: number
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-feedback]')) takeOver(form)

function takeOver(form: HTMLFormElement): void {
  const code = form.querySelector<HTMLElement>('[data-verification]')
  const field = form.querySelector<HTMLInputElement>('input[name=altcha]')
  const send = form.querySelector<HTMLButtonElement>('[data-send]')
  if (!code || !field || !send || !isSecureContext || !('Worker' in globalThis)) return
  code.hidden = true
  let proof: Promise<string> | undefined
  const begin = () => (proof ??= prove())
  const giveBack = () => {
    code.hidden = false
    form.removeEventListener('submit', onSubmit)
  }
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    const label = send.textContent
    send.setAttribute('aria-disabled', 'true')
    send.textContent = form.dataset.checking ?? label
    begin().then(
      (value) => {
        field.value = value
        form.submit()
      },
      () => {
        send.removeAttribute('aria-disabled')
        send.textContent = label
        giveBack()
        code.querySelector<HTMLInputElement>('input[name=code]')?.focus()
      },
    )
    form.removeEventListener('submit', onSubmit)
    form.addEventListener('submit', (again) => again.preventDefault(), { once: true })
  }
  form.addEventListener('focusin', () => begin().catch(giveBack), { once: true })
  form.addEventListener('submit', onSubmit)
}

/** The form's field: base64 of the task and its solution. Rejects when the task cannot be had or done. */
async function prove(): Promise<string> {
  const started = performance.now()
  const answer = await fetch('/kiem-tra/bai-toan')
  if (!answer.ok) throw new Error(`The task was refused: ${answer.status}`)
  const { challenge, waitSeconds }: Task = await answer.json()
  const solution = await solve(challenge)
  const wait = waitSeconds * 1000 + 200 - (performance.now() - started)
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
  return btoa(JSON.stringify({ challenge, solution }))
}

function solve(challenge: object): Promise<object> {
  return new Promise((resolve, reject) => {
    const worker = new Pbkdf2Worker()
    worker.onmessage = ({ data }: MessageEvent<{ derivedKey?: string } | null>) => {
      worker.terminate()
      if (data?.derivedKey) resolve(data)
      else reject(new Error('The task was not solved'))
    }
    worker.onerror = () => {
      worker.terminate()
      reject(new Error('The worker could not start'))
    }
    worker.postMessage({ type: 'work', challenge, counterStart: 0, counterStep: 1, timeout: 60_000 })
  })
}
