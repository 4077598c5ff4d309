/** What only the build of the native image runs. Nothing else may use it. */
package dev.gpuadvisor.function.image;
