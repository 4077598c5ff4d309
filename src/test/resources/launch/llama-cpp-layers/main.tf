# meta-llama/Llama-3.1-8B-Instruct in q8_0 on g2-standard-4 (gcp-compute-engine), llama.cpp
# MODEL must name a repository with weights in q8_0; that of the model itself has others.
variable "from" {
  description = "Who may ask: 203.0.113.7/32"
  type        = string
}

variable "hf_token" {
  description = "For weights behind a licence; it lies in Terraform's state"
  type        = string
  default     = ""
  sensitive   = true
}

terraform {
  required_providers {
    google = {
      source = "hashicorp/google"
    }
  }
}

variable "project" {
  type = string
}

variable "zone" {
  description = "One of the region that has the machine"
  type        = string
  default     = "us-central1-a"
}

provider "google" {
  project = var.project
  zone    = var.zone
}

resource "google_compute_firewall" "server" {
  name          = "llama-3-1-8b-instruct"
  network       = "default"
  source_ranges = [var.from]
  target_tags   = ["llama-3-1-8b-instruct"]
  allow {
    protocol = "tcp"
    ports    = ["8080"]
  }
}

resource "google_compute_instance" "server" {
  name         = "llama-3-1-8b-instruct"
  machine_type = "g2-standard-4"
  tags         = ["llama-3-1-8b-instruct"]
  boot_disk {
    initialize_params {
      image = "cos-cloud/cos-stable"
      size  = 96
    }
  }
  network_interface {
    network = "default"
    access_config {}
  }
  scheduling {
    on_host_maintenance = "TERMINATE"
  }
  metadata_startup_script = <<-EOT
    #!/bin/sh
    cos-extensions install gpu
    mount --bind /var/lib/nvidia /var/lib/nvidia
    mount -o remount,exec /var/lib/nvidia
    MODEL=meta-llama/Llama-3.1-8B-Instruct-GGUF
    docker run -d --rm --privileged -v /var/lib/nvidia/lib64:/usr/local/nvidia/lib64 -v /var/lib/nvidia/bin:/usr/local/nvidia/bin --ipc=host -p 8080:8080 -e HF_TOKEN=${var.hf_token} ghcr.io/ggml-org/llama.cpp:server-cuda-b9490 -hf "$MODEL":Q8_0 --ctx-size 8192 --parallel 1 --n-gpu-layers 20 --port 8080
  EOT
}

output "url" {
  value = "http://${google_compute_instance.server.network_interface[0].access_config[0].nat_ip}:8080"
}
