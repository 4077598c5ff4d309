/**
 * What can be asked, one entry for each parameter: its name, the type of its values, its default,
 * what is said of it. Reading a value gives a value or a fault, which names what is allowed and
 * what was probably meant.
 */
package dev.gpuadvisor.parameter;
