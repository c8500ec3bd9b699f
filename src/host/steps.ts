import * as vscode from 'vscode';
import { DisposableStore } from '../util/dispose';
import {
  createRankedQuickPick,
  type PickItem,
  setPlaceholder,
  setTitle,
} from './surfaces/quickPicks';
import { createInputBox, setValidation, type Validation } from './surfaces/inputBoxes';

/** How a question ended: it was answered, or the user wants the one before; `undefined` cancels all. */
export type Outcome = 'next' | 'back' | undefined;

/** One question of several. What has been typed is kept by the step, so that nothing is lost on the way back. */
export type PromptStep = () => Promise<Outcome>;

/** What all questions have: the title of the whole and, of several, the place of this one in it. */
export interface StepTitle {
  readonly title: string;
  readonly step?: number;
  readonly totalSteps?: number;
}

/** A line of text that is asked for. */
export interface TextQuestion extends StepTitle {
  readonly value: string;
  readonly prompt: string;
  readonly placeholder?: string;
  /** Told at each change. */
  onDidChange(value: string): void;
  /** What is to be said of a value. */
  validate?(value: string): Promise<Validation | undefined>;
}

/** Asks one question after the other; whether all were answered. */
export async function runSteps(steps: readonly PromptStep[]): Promise<boolean> {
  let at = 0;
  while (at < steps.length) {
    const outcome = await steps[at]?.();
    if (outcome === undefined) {
      return false;
    }
    at = outcome === 'back' ? Math.max(0, at - 1) : at + 1;
  }
  return true;
}

/** Asks for a line of text. */
export function askText(question: TextQuestion): Promise<Outcome> {
  return new Promise((resolve) => {
    new TextStep(question, resolve);
  });
}

/** Asks to choose one of `items`; `onDidChoose` is told which. */
export function askChoice<T extends PickItem>(
  title: StepTitle & { readonly placeholder: string },
  items: readonly T[],
  onDidChoose: (item: T) => void,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const pick = createRankedQuickPick<T>();
    const end = (outcome: Outcome) => {
      resolve(outcome);
      pick.dispose();
    };
    prepare(pick, title);
    setTitle(pick, title.title);
    setPlaceholder(pick, title.placeholder);
    pick.matchOnDescription = true;
    pick.items = items;
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (item !== undefined) {
        onDidChoose(item);
        end('next');
      }
    });
    pick.onDidTriggerButton(() => end('back'));
    pick.onDidHide(() => end(undefined));
    pick.show();
  });
}

class TextStep extends DisposableStore {
  private readonly input: vscode.InputBox;
  /** Counts looks at the value, so that only what the last one finds is shown. */
  private looks = 0;

  constructor(
    private readonly question: TextQuestion,
    private readonly resolve: (outcome: Outcome) => void,
  ) {
    super();
    const input = this._register(createInputBox(question));
    this.input = input;
    prepare(input, question);
    input.value = question.value;
    input.onDidChangeValue((value) => {
      question.onDidChange(value);
      void this.check();
    });
    input.onDidAccept(() => this.accept());
    input.onDidTriggerButton(() => this.end('back'));
    input.onDidHide(() => this.end(undefined));
    input.show();
    void this.check();
  }

  private async accept(): Promise<void> {
    if (await this.check()) {
      this.end('next');
    }
  }

  /** Shows what is to be said of the value; whether it can be accepted as it still stands there. */
  private async check(): Promise<boolean> {
    const look = ++this.looks;
    const validation = await this.question.validate?.(this.input.value);
    if (this.isDisposed || look !== this.looks) {
      return false;
    }
    setValidation(this.input, validation);
    return validation?.severity !== 'error';
  }

  private end(outcome: Outcome): void {
    if (!this.isDisposed) {
      this.resolve(outcome);
      this.dispose();
    }
  }
}

/** Focus may go elsewhere, to copy a definition for instance, without an end to the questions. */
function prepare(
  input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox,
  { step = 0, totalSteps = 0 }: StepTitle,
): void {
  // The editor shows none for 0.
  input.step = step;
  input.totalSteps = totalSteps;
  input.ignoreFocusOut = true;
  input.buttons = step > 1 ? [vscode.QuickInputButtons.Back] : [];
}
