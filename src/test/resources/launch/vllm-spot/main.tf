# meta-llama/Llama-3.1-70B-Instruct in fp8 on g4-standard-48-spot (gcp-compute-engine), vllm
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
  name          = "llama-3-1-70b-instruct"
  network       = "default"
  source_ranges = [var.from]
  target_tags   = ["llama-3-1-70b-instruct"]
  allow {
    protocol = "tcp"
    ports    = ["8000"]
  }
}

resource "google_compute_instance" "server" {
  name         = "llama-3-1-70b-instruct"
  machine_type = "g4-standard-48"
  tags         = ["llama-3-1-70b-instruct"]
  boot_disk {
    initialize_params {
      image = "cos-cloud/cos-stable"
      size  = 221
    }
  }
  network_interface {
    network = "default"
    access_config {}
  }
  scheduling {
    on_host_maintenance = "TERMINATE"
    provisioning_model  = "SPOT"
    preemptible         = true
    automatic_restart   = false
  }
  metadata_startup_script = <<-EOT
    #!/bin/sh
    cos-extensions install gpu
    mount --bind /var/lib/nvidia /var/lib/nvidia
    mount -o remount,exec /var/lib/nvidia
    MODEL=nvidia/Llama-3.1-70B-Instruct-FP8
    docker run -d --rm --privileged -v /var/lib/nvidia/lib64:/usr/local/nvidia/lib64 -v /var/lib/nvidia/bin:/usr/local/nvidia/bin --ipc=host -p 8000:8000 -e HF_TOKEN=${var.hf_token} vllm/vllm-openai:v0.21.0 "$MODEL" --dtype auto --max-model-len 8192 --gpu-memory-utilization 0.92 --max-num-seqs 1024 --max-num-batched-tokens 8192
  EOT
}

output "url" {
  value = "http://${google_compute_instance.server.network_interface[0].access_config[0].nat_ip}:8000"
}
