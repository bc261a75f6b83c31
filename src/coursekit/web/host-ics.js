import { calendarFile } from "./workbook/calendar-file.js";

globalThis.coursekitIcs = calendarFile;
