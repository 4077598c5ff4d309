/** Answers as tables for spreadsheets and data frames: comma-separated values (RFC 4180). */
package dev.gpuadvisor.csv;
