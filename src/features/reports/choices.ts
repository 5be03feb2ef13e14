import { FIELDS, type Field } from '../../language/fields.ts';
import { fold } from '../../language/fold.ts';
import { SUBJECT_TYPES, type SubjectType } from '../../language/subject.ts';
import { toPlain } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import { UserError } from '../../texts/user-error.ts';

/** The ten fields, by name. */
export function fieldChoices(t: Translator) {
  return FIELDS.map((field) => ({ label: fieldName(t)(field), answer: field }));
}

function fieldName(t: Translator) {
  return (field: Field) => toPlain(t(`field.${field}`));
}

/** A field by its name or the beginning of it. @throws UserError */
export function readFieldName(t: Translator) {
  return (text: string): Field => {
    const field = named(FIELDS, fieldName(t), text);
    if (!field) throw new UserError('field.unknown').about('field', FIELDS.map(fieldName(t)));
    return field;
  };
}

function named<Value extends string>(
  values: readonly Value[],
  nameOf: (value: Value) => string,
  text: string,
) {
  return (
    values.find((value) => value === text.trim() || fold(nameOf(value)) === fold(text)) ??
    values.find((value) => fold(text).length > 3 && fold(nameOf(value)).startsWith(fold(text)))
  );
}

export function subjectChoices(t: Translator) {
  return SUBJECT_TYPES.map((subject) => ({ label: subjectName(t)(subject), answer: subject }));
}

function subjectName(t: Translator) {
  return (subject: SubjectType) => toPlain(t(`subject.${subject}`));
}

/** An individual, a group or a household, by name. @throws UserError */
export function readSubjectName(t: Translator) {
  return (text: string): SubjectType => {
    const subject = named(SUBJECT_TYPES, subjectName(t), text);
    if (!subject) throw new UserError('subject.unknown').about('subject', SUBJECT_TYPES.map(subjectName(t)));
    return subject;
  };
}
