import * as vscode from 'vscode';
import { inertLine } from './inertText';
import { setPlaceholder, setTitle } from './quickPicks';

/** What an input box says beside what is typed. */
export interface InputTexts {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder?: string;
}

/** What is wrong with a value, or to be known of it; an error keeps it from being accepted. */
export interface Validation {
  readonly message: string;
  readonly severity: 'warning' | 'error';
}

/** A box to type a line into. The editor reads the prompt and what is said of the value as it reads messages. */
export function createInputBox({ title, prompt, placeholder }: InputTexts): vscode.InputBox {
  const input = vscode.window.createInputBox();
  setTitle(input, title);
  setPlaceholder(input, placeholder);
  input.prompt = inertLine(prompt);
  return input;
}

/** Says what is wrong with the value, or nothing any more. */
export function setValidation(input: vscode.InputBox, validation: Validation | undefined): void {
  const { Error, Warning } = vscode.InputBoxValidationSeverity;
  input.validationMessage = validation && {
    message: inertLine(validation.message),
    severity: validation.severity === 'error' ? Error : Warning,
  };
}
