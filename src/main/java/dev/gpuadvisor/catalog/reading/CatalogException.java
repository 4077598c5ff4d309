package dev.gpuadvisor.catalog.reading;

/**
 * The catalogue's files contradict themselves or are not what the reader knows. The message names
 * file, entry and field, and what would be right.
 */
public final class CatalogException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CatalogException(String message) {
    super(message);
  }

  public CatalogException(String message, Throwable cause) {
    super(message, cause);
  }
}
