/** The page for people: a form that asks, and the answer with its chart. No script in it. */
package dev.gpuadvisor.page;
