import type { Weekday } from './vocabulary.ts';
import { weekdays } from './vocabulary.ts';

/** An ISO calendar date without a zone, "2026-03-19". Days are counted as integers since 1970-01-01. */
export type PlainDate = string;

const isoLength = 10;
const dash = 45;
const zero = 48;
const daysInCycle = 146_097; // 400 Gregorian years
const epochShift = 719_468; // days from 0000-03-01 to 1970-01-01
const firstDay = -719_162; // 0001-01-01
const lastDay = 2_932_896; // 9999-12-31
const epochWeekday = 3; // 1970-01-01 was a Thursday

/** The text as a date, years 0001 to 9999, or undefined when the calendar has no such day (2026-02-30) or it is not ISO. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const day = countDays(text);
  return day === undefined ? undefined : text;
}

/** Days since 1970-01-01, negative before it. Throws on a text that is not a date: parse first. */
export function dayNumberOf(date: PlainDate): number {
  const day = countDays(date);
  if (day === undefined) throw new RangeError(`Not a date: ${date}`);
  return day;
}

/** The date of a day counted from 1970-01-01. Throws outside the years 0001 to 9999. */
export function dateOfDayNumber(day: number): PlainDate {
  if (!Number.isInteger(day) || day < firstDay || day > lastDay) throw new RangeError(`Not a day number: ${day}`);
  // The year is counted from March, so that the leap day comes last.
  const shifted = day + epochShift;
  const cycle = Math.floor(shifted / daysInCycle);
  const dayOfCycle = shifted - cycle * daysInCycle;
  const yearOfCycle = Math.floor(
    (dayOfCycle - Math.floor(dayOfCycle / 1460) + Math.floor(dayOfCycle / 36_524) - Math.floor(dayOfCycle / 146_096)) /
      365,
  );
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${writeTwoDigits(month)}-${writeTwoDigits(dayOfMonth)}`;
}

function writeTwoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** The date so many whole days later, or earlier when negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDayNumber(dayNumberOf(date) + days);
}

/** Whole days from one date to another; negative when the second is earlier. No clock change alters it. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

export function weekdayOf(date: PlainDate): Weekday {
  return weekdays[weekdayIndexOf(date)] as Weekday;
}

/** The Monday of the date's week: the date itself when it is one. */
export function mondayOf(date: PlainDate): PlainDate {
  return addDays(date, -weekdayIndexOf(date));
}

/** 0 for Monday to 6 for Sunday. */
function weekdayIndexOf(date: PlainDate): number {
  return (((dayNumberOf(date) + epochWeekday) % 7) + 7) % 7;
}

function countDays(text: string): number | undefined {
  // By character rather than by pattern: a program's life asks for a date's number more than for anything else.
  if (text.length !== isoLength || text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return undefined;
  const year = readDigits(text, 0, 4);
  const month = readDigits(text, 5, 7);
  const dayOfMonth = readDigits(text, 8, 10);
  if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  const yearFromMarch = month <= 2 ? year - 1 : year;
  const cycle = Math.floor(yearFromMarch / 400);
  const yearOfCycle = yearFromMarch - cycle * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * daysInCycle + dayOfCycle - epochShift;
}

/** The number that the characters write, or −1 where one is no digit. */
function readDigits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - zero;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
