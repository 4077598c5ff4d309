/**
 * What all pages for browsers share: their frame, their style, and what browsers may do with them.
 */
package dev.gpuadvisor.web;
