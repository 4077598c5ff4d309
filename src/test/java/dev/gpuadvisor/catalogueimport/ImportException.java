package dev.gpuadvisor.catalogueimport;

/** Why an import stops: an answer that cannot be read, or one that no list should be made of. */
public final class ImportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ImportException(String message) {
    super(message);
  }

  public ImportException(String message, Throwable cause) {
    super(message, cause);
  }
}
