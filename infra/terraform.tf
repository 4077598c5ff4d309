terraform {
  # 1.11: write-only arguments, which keep the Slack secret out of state and plan.
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}
